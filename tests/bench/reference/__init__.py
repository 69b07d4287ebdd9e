"""The yardstick: the smallest honest Django pages of our sizes, on the same database, measured in the same run."""
