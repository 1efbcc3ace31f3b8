"""The desk: Redleaf as pages in the browser, on the user's own machine."""
