import Storage

// What a file from elsewhere holds is checked as what is typed is: by the drafts, and by what a database would refuse.

extension SpaceFile.ReflectionItem {
    /// The same for comparing: a number says nothing outside its file.
    var unnumbered: Self {
        var item = self
        (item.number, item.files, item.comments, item.unsaved) = (0, nil, nil, nil)
        return item
    }

    /// Nil where it cannot be kept as it is.
    var draft: Reflection.Draft? {
        guard let model = try? ReflectionModel.named(model), version >= 1,
            Stamp.date(begun) != nil, Stamp.date(saved) != nil,
            notes.allSatisfy({ Stamp.date($0.written) != nil && (try? LaterNote.Draft($0.words))?.words == $0.words })
        else { return nil }
        let names = Set(model.stages.map(\.name))
        var before = 0
        for revision in revisions {
            guard revision.version > before, revision.version < version, Stamp.date(revision.saved) != nil,
                (1...Reflection.Draft.longestTitle).contains(revision.title.unicodeScalars.count),
                revision.stages.fit(names)
            else { return nil }
            before = revision.version
        }
        guard stages.fit(names), (comments ?? []).allSatisfy({ $0.draft(of: model) != nil }) else { return nil }
        let words = Dictionary(uniqueKeysWithValues: stages.map { ($0.stage, $0.words) })
        return try? Reflection.Draft(title: title, words: words, tags: tags.joined(separator: ","), model: model)
    }
}

extension [SpaceFile.StageItem] {
    /// Each of the model's stages at most once, none too long.
    fileprivate func fit(_ names: Set<String>) -> Bool {
        Set(map(\.stage)).count == count
            && allSatisfy {
                names.contains($0.stage) && $0.words.unicodeScalars.count <= Reflection.Draft.longestStage
            }
    }
}

extension SpaceFile.GoalItem {
    var unlinked: Self {
        var item = self
        (item.from, item.ledTo, item.files) = (nil, [], nil)
        return item
    }

    var isSound: Bool {
        guard Line.of(title) == title, Line.isVisible(title),
            title.unicodeScalars.count <= Goal.Draft.longestTitle,
            let made = Day(made), let due = Day(due), made <= due
        else { return false }
        let isClosed = closed.map { Day($0) != nil } ?? false
        guard state == "open" ? closed == nil : ["done", "let go"].contains(state) && isClosed else { return false }
        return checkIns.allSatisfy(\.isSound)
    }
}

extension SpaceFile.CheckInItem {
    fileprivate var isSound: Bool {
        guard Stamp.date(written) != nil, PlainText.cleaned(words) == words,
            words.unicodeScalars.count <= CheckIn.Draft.longest
        else { return false }
        return verdict == "not yet"
            ? due.flatMap(Day.init) != nil : ["done", "let go"].contains(verdict) && due == nil
    }
}

extension SpaceFile.ActivityItem {
    var unlinked: Self {
        var item = self
        (item.reflections, item.files) = ([], nil)
        return item
    }

    func draft(_ own: [Responsibility]) throws(InvalidFields) -> Activity.Draft {
        let statedBy = statedBy ?? ""
        guard Line.of(statedBy) == statedBy, statedBy.unicodeScalars.count <= Statement.longestName else {
            throw InvalidFields([Invalid("statedBy", "Whose word it is has to be one line of at most 200 characters.")])
        }
        let typed = [
            "title": title, "kind": kind, "first": first, "last": last, "amount": amount, "unit": unit, "about": about,
            "outcome": outcome, "provider": provider, "ethics": isEthics ? "yes" : "",
        ]
        return try Activity.Draft(typed, responsibilities: own.filter { supports.contains($0.name) }.map(\.id))
    }
}
