import ArgumentParser
import Questions

/// For a legal demand, a journalist, or a member who wants to know. A test compares the list with the real schema.
struct Disclose: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every field that is stored of a question: what it is for and how long it is kept.")

    func run() {
        var table = ""
        for field in Desk.inventory {
            if field.table != table {
                table = field.table
                print("\n\(table)")
            }
            print("  \(field.column): \(field.purpose); kept \(field.kept)")
        }
    }
}
