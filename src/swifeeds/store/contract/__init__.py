"""The contract in parts, one for each journey that asks the store; `swifeeds.store.Store` joins
them and says what holds for every method."""
