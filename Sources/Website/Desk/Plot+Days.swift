extension Plot {
    /// A bar for each day, close together, so that a collapse is seen as one.
    /// - Parameters:
    ///   - values: of the last days; fewer than `days` stand at the right.
    ///   - last: what the last day is called.
    static func days(
        _ name: String, title: String, description: String, values: [Int], of days: Int, last: String
    ) -> Plot {
        let ticks = ticks(upTo: values.max() ?? 0)
        let digits = "\(ticks.last ?? 1)".count
        let (left, top, bottom) = (12.0 + 8 * Double(digits), 8.0, 118.0)
        let pitch = (width - left) / Double(max(days, 1))
        let scale = (bottom - top) / Double(ticks.last ?? 1)
        let first = days - values.count
        let bars = values.enumerated().filter { $0.element > 0 }.map { place, value in
            Bar(
                x: number(left + Double(first + place) * pitch), y: number(bottom - Double(value) * scale),
                width: number(pitch * 0.8), height: number(Double(value) * scale), kind: kinds[0])
        }
        var words = ticks.map {
            Word(x: number(left - 6), y: number(bottom - Double($0) * scale + 4.5), kind: "tick end", text: "\($0)")
        }
        words.append(Word(x: number(left), y: number(bottom + 17), kind: "tick", text: "\(days) days ago"))
        words.append(Word(x: number(width), y: number(bottom + 17), kind: "tick end", text: last))
        let lines = ticks.map { tick in
            let y = number(bottom - Double(tick) * scale)
            return Line(x1: number(left), y1: y, x2: number(width), y2: y)
        }
        return Plot(
            name: name, title: title, description: description, height: bottom + 24, lines: lines, bars: bars,
            words: words, series: [])
    }
}
