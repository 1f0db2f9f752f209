/// The tables of tokens.
enum TokenTables {
    static let sql = """
        CREATE TABLE token_key (
            epoch INTEGER PRIMARY KEY,
            key BLOB NOT NULL
        ) STRICT;

        -- Only that a token was spent: not on what, not when. Without rowid: the file keeps no order.
        CREATE TABLE spent_token (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            epoch INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
