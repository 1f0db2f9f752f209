import Storage

/// What the entries of a portfolio become here: reflections, activities, next steps, key responsibilities and files. What
/// is none of these and has words becomes a reflection, so that they are not lost.
struct LeapSpace {
    private static let ofActivities: Set = ["activity", "achievement", "meeting", "affiliation"]
    private let graph: LeapGraph
    private var all: [(id: String, entry: LeapEntry)] = []
    private var reflections: [String: Int] = [:]
    private var files: [String: Int] = [:]
    private var abilities: [String: String] = [:]
    private var kinds: [Kind] = []

    private enum Kind { case nothing, reflection, activity, goal, ability, file }

    init(_ entries: [LeapEntry], base: String) {
        graph = LeapGraph(entries, base: base)
        var seen: Set<String> = []
        for entry in entries {
            let id = graph.full(entry.id)
            // Two of one name: the first is meant by those that point to it.
            guard seen.insert(id).inserted else { continue }
            var kind = kind(of: entry, id)
            let title = LeapText.line(entry.title)
            if kind == .ability, abilities.count == Responsibility.Draft.most || title.unicodeScalars.count > 200 {
                kind = .reflection
            }
            switch kind {
            case .reflection: reflections[id] = reflections.count + 1
            case .file: files[id] = files.count + 1
            case .ability: abilities[id] = title
            default: break
            }
            all.append((id, entry))
            kinds.append(kind)
        }
    }

    private func kind(of entry: LeapEntry, _ id: String) -> Kind {
        let isContainer = !graph.targets("has_part", of: id).isEmpty
        switch entry.type {
        case "person": return .nothing
        case "resource" where entry.enclosure != nil: return .file
        case "plan" where !isContainer || entry.dates["target"] != nil: return .goal
        case "plan", "selection": return entry.words.isEmpty ? .nothing : .reflection
        case "ability": return .ability
        case let type where Self.ofActivities.contains(type): return .activity
        default: return entry.title.isEmpty && entry.words.isEmpty ? .nothing : .reflection
        }
    }

    var made: (space: SpaceFile, paths: [Int: String]) {
        var (space, paths) = (SpaceFile(), [Int: String]())
        for ((id, entry), kind) in zip(all, kinds) {
            switch kind {
            case .nothing: break
            case .reflection: space.reflections.append(reflection(entry, id))
            case .goal: space.goals.append(goal(entry, id))
            case .activity: space.activities.append(activity(entry, id))
            case .ability: if let name = abilities[id] { space.responsibilities.append(name) }
            case .file:
                let number = files[id] ?? 0
                paths[number] = entry.enclosure
                space.files.append(
                    .init(
                        number: number, name: LeapText.line(entry.title), about: entry.words, kind: "", bytes: 0,
                        hash: nil,
                        added: entry.stamp))
            }
        }
        return (space, paths)
    }

    private func reflection(_ entry: LeapEntry, _ id: String) -> SpaceFile.ReflectionItem {
        let own = entry.own.flatMap { $0.has(class: "reflection") ? LeapReflection($0) : nil }
        let model = own?.model ?? .cycle
        let (title, words) = entry.fitting(Reflection.Draft.longestTitle)
        let first = model.stages[0].name
        let named = own?.files.compactMap { stage, href in
            files[graph.full(href)].map { SpaceFile.StageFileItem(stage: stage, file: $0) }
        }
        // Others do not say at which stage: then it is the first.
        let beside = numbers(graph.targets("has_evidence", of: id), files).filter { number in
            named?.contains { $0.file == number } != true
        }.map { SpaceFile.StageFileItem(stage: first, file: $0) }
        let standing = (named ?? []) + beside
        return SpaceFile.ReflectionItem(
            number: reflections[id] ?? 0, title: title, model: model.name,
            stages: model.stages.map {
                .init(stage: $0.name, words: own?.words[$0.name] ?? ($0.name == first && own == nil ? words : ""))
            }, tags: entry.tags.prefix(Tags.most).map { String($0.unicodeScalars.prefix(Tags.longest)).lowercased() },
            originTitle: own?.origin?.title, originPath: own?.origin?.path,
            begun: entry.published ?? entry.stamp, saved: entry.stamp, version: 1, notes: own?.notes ?? [],
            revisions: [],
            files: standing.isEmpty ? nil : standing.sorted { ($0.file, $0.stage) < ($1.file, $1.stage) })
    }

    private func activity(_ entry: LeapEntry, _ id: String) -> SpaceFile.ActivityItem {
        let own = entry.own.flatMap { $0.has(class: "activity") ? $0 : nil }
        let part = { (name: String) in own?.elements.first { $0.has(class: name) }?.exactText ?? "" }
        let (title, words) = entry.fitting(Activity.Draft.longestTitle)
        let amount = part("amount").split(separator: " ").map(String.init)
        let first = entry.dates["start"] ?? String((entry.published ?? entry.stamp).prefix(10))
        let kinds = Activity.Kind.allCases.map(\.rawValue)
        return SpaceFile.ActivityItem(
            title: title, kind: own?.classes.first { kinds.contains($0) } ?? "other", first: first,
            last: entry.dates["end"] ?? first, amount: amount.first ?? "", unit: amount.last ?? "",
            about: own == nil ? words : part("about"), outcome: part("outcome"), provider: part("provider"),
            isEthics: own?.has(class: "ethics") == true,
            supports: graph.targets("supports", of: id).compactMap { abilities[$0] },
            reflections: numbers(graph.sources("reflects_on", of: id), reflections),
            files: listed(graph.targets("has_evidence", of: id)),
            statedBy: part("stated-by").isEmpty ? nil : part("stated-by"))
    }

    private func goal(_ entry: LeapEntry, _ id: String) -> SpaceFile.GoalItem {
        let (title, words) = entry.fitting(Goal.Draft.longestTitle)
        let made = Day(String((entry.published ?? entry.stamp).prefix(10))) ?? Day(number: 0)
        let due = max(
            made, (entry.dates["target"] ?? entry.dates["end"]).flatMap(Day.init) ?? made + Goal.Draft.usualDays)
        let said = LeapCheckIns(words, stamp: entry.stamp, due: due, isCompleted: entry.isCompleted)
        let closed = entry.isCompleted ? String(entry.stamp.prefix(10)) : said.letGo
        return SpaceFile.GoalItem(
            title: title, made: made.description, due: due.description,
            state: entry.isCompleted ? "done" : said.letGo == nil ? "open" : "let go", closed: closed,
            checkIns: said.all, from: numbers(graph.sources("has_outcome", of: id), reflections).first,
            ledTo: numbers(graph.sources("reflects_on", of: id), reflections),
            files: listed(graph.targets("has_evidence", of: id)))
    }

    private func listed(_ ids: [String]) -> [Int]? {
        let found = numbers(ids, files)
        return found.isEmpty ? nil : found
    }

    private func numbers(_ ids: [String], _ known: [String: Int]) -> [Int] { ids.compactMap { known[$0] }.sorted() }
}

extension LeapEntry {
    /// When it was changed last, as it is stored.
    var stamp: String { updated ?? published ?? "1970-01-01 00:00:00.000" }

    /// A title of at most so many characters; what did not fit stands before the words.
    func fitting(_ longest: Int) -> (title: String, words: String) {
        let line = LeapText.line(title)
        if line.isEmpty { return ("Untitled", words) }
        guard line.unicodeScalars.count > longest else { return (line, words) }
        return (String(line.unicodeScalars.prefix(longest - 1)) + "…", line + "\n\n" + words)
    }
}
