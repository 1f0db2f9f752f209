extension Schema {
    /// One's own lists, read a page at a time in the order they are shown.
    static let ownLists = """
        CREATE INDEX reflection_by_owner ON reflection (owner, saved DESC, id);
        """
}
