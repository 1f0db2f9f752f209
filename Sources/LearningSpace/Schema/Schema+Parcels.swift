extension Schema {
    /// Archives of whole spaces: made for somebody to take away, or brought by them. The bytes are in a folder of their
    /// own, under the row's id; both go after two days.
    ///
    /// `outcome` is JSON: what an import did or would do, or the sentence why something failed.
    static let parcels = """
        CREATE TABLE parcel (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            owner BLOB NOT NULL CHECK (length(owner) = 16),
            way TEXT NOT NULL CHECK (way IN ('out', 'in')),
            state TEXT NOT NULL CHECK (state IN ('arriving', 'waiting', 'ready', 'asked', 'over', 'failed')),
            name TEXT NOT NULL,
            made TEXT NOT NULL,
            done INTEGER NOT NULL DEFAULT 0,
            total INTEGER NOT NULL DEFAULT 0,
            bytes INTEGER NOT NULL DEFAULT 0,
            outcome TEXT
        ) STRICT;
        CREATE INDEX parcel_by_owner ON parcel (owner, way);
        CREATE INDEX parcel_by_state ON parcel (state, made);
        """
}
