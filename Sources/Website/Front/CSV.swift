import HTTPTypes
import Hummingbird
import NIOCore

/// Rows as comma-separated values (RFC 4180) that a spreadsheet shows and never computes.
enum CSV {
    /// A cell that begins with one of these is taken for a formula by one spreadsheet or another.
    private static let beginnings: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// With the mark at the front without which Excel would not read it as UTF-8.
    static func text(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(beginnings.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// - Parameter name: of the file, in letters and hyphens.
    static func response(_ rows: [[String]], name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text(rows))))
    }
}
