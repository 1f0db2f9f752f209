/// A drawing of numbers as lines, bars and words at places, which `parts/plot` turns into SVG.
///
/// The drawing is 360 units wide, as a phone is, so that its words of 13 units and more stay as large as text there.
/// Bars begin at zero, and kinds differ by being full or open, never by colour alone.
struct Plot {
    struct Line {
        let x1: String
        let y1: String
        let x2: String
        let y2: String
    }
    struct Bar {
        let x: String
        let y: String
        let width: String
        let height: String
        /// The class: `full`, `open`, `gone` or `mark`.
        let kind: String
    }
    struct Word {
        let x: String
        let y: String
        /// The class: `label`, `value` or `tick`, and `middle` or `end` where it is so anchored.
        let kind: String
        let text: String
    }
    struct Key {
        let kind: String
        let words: String
    }
    let name: String
    let title: String
    /// What the drawing shows, in a sentence for who does not see it.
    let description: String
    let height: String
    let lines: [Line]
    let bars: [Bar]
    let words: [Word]
    /// What the kinds of bars mean; empty where there is one.
    let keys: [Key]
    let hasKeys: Bool

    static let width = 360.0
    static let kinds = ["full", "open", "gone", "mark"]

    init(
        name: String, title: String, description: String, height: Double, lines: [Line], bars: [Bar], words: [Word],
        series: [String]
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.height = Self.number(height)
        self.lines = lines
        self.bars = bars
        self.words = words
        keys = series.count < 2 ? [] : zip(Self.kinds, series).map { Key(kind: $0, words: $1) }
        hasKeys = !keys.isEmpty
    }

    /// To a tenth, without an end of zeros.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }

    /// Where the marks of an axis from zero stand: at most six, at whole numbers of 1, 2 or 5 and zeros, the last at or
    /// beyond the most.
    static func ticks(upTo most: Int) -> [Int] {
        var step = 1
        for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] where max(most, 1) > step * 5 {
            step = factor
        }
        let last = max(1, (max(most, 1) + step - 1) / step)
        return (0...last).map { $0 * step }
    }
}
