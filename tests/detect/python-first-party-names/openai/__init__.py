"""A folder that bears a vendor's name."""
