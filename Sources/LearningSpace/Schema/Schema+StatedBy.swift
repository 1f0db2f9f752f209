import GRDB
import Storage

extension Schema {
    /// Whose word an activity is that came from somebody's file: empty where it is its owner's own.
    static let statedBy = """
        ALTER TABLE activity ADD COLUMN stated_by TEXT NOT NULL DEFAULT '' CHECK (length(stated_by) <= 200);
        """

    /// Before this it stood as the first line of what the activity was about.
    static func moveStatedBy(in db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, about FROM activity WHERE about LIKE 'Imported, as stated by _%'")
        for row in rows {
            let about: String = row["about"]
            guard let match = about.wholeMatch(of: /Imported, as stated by ([^\n]{1,200})\.(?:\n\n((?:.|\n)*))?/) else {
                continue
            }
            try db.execute(
                sql: "UPDATE activity SET stated_by = ?, about = ? WHERE id = ?",
                arguments: [String(match.1), match.2.map(String.init) ?? "", row["id"] as ID<Activity>])
        }
    }
}
