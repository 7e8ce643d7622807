"""Names as the press of each language gives them: territories, agencies, sections."""
