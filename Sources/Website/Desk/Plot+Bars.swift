extension Plot {
    /// One row of a bar chart: its name, and a number for each series.
    struct Row {
        let name: String
        let values: [Int]
        /// What stands after the bar.
        let words: String
    }

    /// Bars that lie, one row under the other, the series end to end.
    /// - Parameters:
    ///   - beside: how wide the names are that stand before the bars; nil where they stand above, being long.
    ///   - most: where the axis must reach, so that several drawings can share one; nil for what the rows need.
    ///   - unit: after the numbers of the axis, such as " %".
    static func bars(
        _ name: String, title: String, description: String, rows: [Row], series: [String] = [], beside: Double? = nil,
        most: Int? = nil, unit: String = ""
    ) -> Plot {
        let ticks = ticks(upTo: most ?? rows.map { $0.values.reduce(0, +) }.max() ?? 0)
        let left = beside ?? 2.0
        // Room at the right for the words after the longest bar.
        let scale = (width - left - 52) / Double(ticks.last ?? 1)
        let (pitch, drop, thick) = beside == nil ? (46.0, 22.0, 15.0) : (26.0, 4.0, 16.0)
        let bottom = Double(rows.count) * pitch + 6
        var bars: [Bar] = []
        var words: [Word] = []
        for (index, row) in rows.enumerated() {
            let top = Double(index) * pitch + drop
            var x = left
            for (kind, value) in zip(kinds, row.values) where value > 0 {
                // A gap of two units keeps neighbours apart without their colours.
                let gap = x == left ? 0.0 : 2.0
                bars.append(
                    Bar(
                        x: number(x + gap), y: number(top), width: number(Double(value) * scale - gap),
                        height: number(thick), kind: kind))
                x += Double(value) * scale
            }
            words.append(
                beside == nil
                    ? Word(x: number(left), y: number(top - 6), kind: "label", text: row.name)
                    : Word(x: number(left - 8), y: number(top + 13), kind: "label end", text: row.name))
            words.append(Word(x: number(x + 6), y: number(top + 13), kind: "value", text: row.words))
        }
        let lines = ticks.map { tick in
            let x = number(left + Double(tick) * scale)
            return Line(x1: x, y1: "0", x2: x, y2: number(bottom))
        }
        words += ticks.enumerated().map { index, tick in
            Word(
                x: number(left + Double(tick) * scale), y: number(bottom + 16),
                kind: index == 0 && beside == nil ? "tick" : "tick middle", text: "\(tick)\(unit)")
        }
        return Plot(
            name: name, title: title, description: description, height: bottom + 22, lines: lines, bars: bars,
            words: words, series: series)
    }

    /// Bars that stand, group beside group in the order of time, the series side by side.
    /// - Parameter rows: a short name each; a second line under the first, such as the year, follows a line break.
    static func columns(
        _ name: String, title: String, description: String, rows: [Row], series: [String]
    ) -> Plot {
        let ticks = ticks(upTo: rows.flatMap(\.values).max() ?? 0)
        let (left, top, bottom) = (28.0, 8.0, 178.0)
        let pitch = (width - left) / Double(max(rows.count, 1))
        let scale = (bottom - top) / Double(ticks.last ?? 1)
        let thick = (pitch - 7) / Double(max(series.count, 1))
        var bars: [Bar] = []
        var words: [Word] = []
        for (index, row) in rows.enumerated() {
            let start = left + Double(index) * pitch + 3.5
            for (place, value) in row.values.enumerated() where value > 0 {
                bars.append(
                    Bar(
                        x: number(start + Double(place) * thick + 0.5), y: number(bottom - Double(value) * scale),
                        width: number(thick - 1), height: number(Double(value) * scale),
                        kind: kinds[min(place, kinds.count - 1)]))
            }
            for (line, text) in row.name.split(separator: "\n").enumerated() {
                words.append(
                    Word(
                        x: number(start + (pitch - 7) / 2), y: number(bottom + 17 + Double(line) * 16),
                        kind: "tick middle", text: String(text)))
            }
        }
        words += ticks.map {
            Word(x: number(left - 6), y: number(bottom - Double($0) * scale + 4.5), kind: "tick end", text: "\($0)")
        }
        let lines = ticks.map { tick in
            let y = number(bottom - Double(tick) * scale)
            return Line(x1: number(left), y1: y, x2: number(width), y2: y)
        }
        return Plot(
            name: name, title: title, description: description, height: bottom + 40, lines: lines, bars: bars,
            words: words, series: series)
    }
}
