"""A text and what can be seen in it: sentences, tokens, envelope, skeleton, language, brief.

Nothing is imported here, so that who needs one of them loads that one alone.
"""
