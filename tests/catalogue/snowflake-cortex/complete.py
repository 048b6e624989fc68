from snowflake.cortex import complete

complete("mistral-large2", "How do snowflakes get their patterns?")
