import Foundation
import Storage

extension Invalid {
    /// What is wrong with a text longer than `limit`; nil where it fits. `subject` begins the sentence.
    ///
    /// Counts code points, as SQLite's `length()` does, so that the limit here and the limit in the schema are one.
    static func tooLong(_ field: String, _ subject: String, _ text: String, limit: Int) -> Invalid? {
        let length = text.unicodeScalars.count
        guard length > limit else { return nil }
        let number = IntegerFormatStyle<Int>(locale: Locale(identifier: "en_GB"))
        return Invalid(
            field,
            """
            \(subject) is \(number.format(length)) characters long and can be at most \(number.format(limit)): \
            shorten it by \(number.format(length - limit)).
            """)
    }
}
