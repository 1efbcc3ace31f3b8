"""Teams of one installation: who belongs together, who may join, and what people share."""
