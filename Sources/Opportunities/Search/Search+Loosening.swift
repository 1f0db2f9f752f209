import TextSearch

// What could be asked for less strictly, one change at a time.
extension Search {
    /// Further away, or from home.
    var widened: [Change] {
        var changes: [Change] = []
        if near != nil, remote != .only {
            for miles in [15, 25, 50, 100] where miles > within {
                let strain = max(1, Double(miles) / Double(within) / 2)
                changes.append(Change("within \(miles) miles", of: self, strain: strain) { $0.within = miles })
            }
            if remote != .also {
                changes.append(Change("from home too", of: self, strain: 1.5) { $0.remote = .also })
            }
            changes.append(Change("anywhere", of: self, strain: 4) { $0.near = nil })
        }
        if remote == .only {
            changes.append(Change("not only from home", of: self, strain: 2) { $0.remote = near == nil ? nil : .also })
        }
        if remote == .inPerson, near == nil {
            changes.append(Change("from home too", of: self, strain: 1.5) { $0.remote = nil })
        }
        return changes
    }

    /// One word less, or what the taxonomy knows by another name.
    func reworded(_ taxonomy: Taxonomy) -> [Change] {
        let typed = words.words
        var changes: [Change] = []
        if (2...8).contains(typed.count) {
            for place in typed.indices {
                var rest = typed
                let word = rest.remove(at: place)
                let fewer = rest.joined(separator: " ")
                changes.append(Change("without “\(word)”", of: self, strain: 2) { $0.text = fewer })
            }
        }
        for named in taxonomy.named(in: typed) {
            for other in named.otherwise.prefix(8) {
                changes.append(
                    Change("for “\(other.name.lowercased())”", of: self, strain: 1.5) { $0.text = other.words })
            }
            if cause == nil {
                changes.append(
                    Change("filed under \(named.cause.label)", of: self, strain: 1.5) {
                        $0.cause = named.cause
                        $0.text = named.without
                    })
            }
        }
        if !text.isEmpty, near != nil || cause != nil {
            changes.append(Change("without the words", of: self, strain: 5) { $0.text = "" })
        }
        return changes
    }

    /// Without one of the conditions.
    var loosened: [Change] {
        var changes: [Change] = []
        func loosen(_ isAsked: Bool, _ words: String, _ edit: (inout Search) -> Void) {
            if isAsked { changes.append(Change(words, of: self, strain: 2, edit)) }
        }
        loosen(isStatedOnly, "with what is not stated") { $0.isStatedOnly = false }
        loosen(day != nil || slot != nil, "on any day") { ($0.day, $0.slot) = (nil, nil) }
        loosen(hours != nil, "with more hours") { $0.hours = nil }
        loosen(from != nil, "with any date") { $0.from = nil }
        loosen(kind != nil, kind == .oneOff ? "ongoing too" : "one-off too") { $0.kind = nil }
        loosen(costsNothing, "whatever it costs") { $0.costsNothing = false }
        loosen(needsNoCheck, "with a record check") { $0.needsNoCheck = false }
        loosen(needsNoReferences, "with references") { $0.needsNoReferences = false }
        loosen(isStepFree, "with any access") { $0.isStepFree = false }
        loosen(age != nil, "for older people too") { $0.age = nil }
        loosen(cause != nil, "for any cause") { $0.cause = nil }
        loosen(!brings.isEmpty, "without “\(brings)”") { $0.brings = "" }
        loosen(!develops.isEmpty, "without “\(develops)”") { $0.develops = "" }
        return changes
    }
}
