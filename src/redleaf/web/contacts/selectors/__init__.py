"""Questions about the memory: reads that join or count, each with a fixed number of queries."""
