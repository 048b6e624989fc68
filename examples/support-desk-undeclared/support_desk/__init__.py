"""Support desk: drafts replies from the help centre, and waits for a person to approve them."""
