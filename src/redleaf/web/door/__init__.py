"""The front door: public pages where a stranger asks to connect, and what comes in through them."""
