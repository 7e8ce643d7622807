"""Our own words: the messages of each catalog, whose words a language has, lists and numbers."""
