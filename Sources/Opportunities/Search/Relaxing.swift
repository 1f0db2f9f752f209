import GRDB

extension Search {
    /// What could be asked for less strictly, one change at a time, in the order people give things up.
    var relaxed: [(change: String, search: Search)] {
        var found: [(String, Search)] = []
        func relax(_ change: String, _ edit: (inout Search) -> Void) {
            var search = self
            search.page = 1
            edit(&search)
            found.append((change, search))
        }
        if near != nil, remote != .only {
            for miles in [15, 25, 50, 100] where miles > within { relax("within \(miles) miles") { $0.within = miles } }
            if remote == nil { relax("from home too") { $0.remote = .also } }
            relax("anywhere") { $0.near = nil }
        }
        if remote == .only { relax("not only from home") { $0.remote = near == nil ? nil : .also } }
        if day != nil || slot != nil {
            relax("on any day") {
                $0.day = nil
                $0.slot = nil
            }
        }
        if hours != nil { relax("with more hours") { $0.hours = nil } }
        if from != nil { relax("with any date") { $0.from = nil } }
        if costsNothing { relax("whatever it costs") { $0.costsNothing = false } }
        if needsNoCheck { relax("with a record check") { $0.needsNoCheck = false } }
        if isStepFree { relax("with any access") { $0.isStepFree = false } }
        if cause != nil { relax("for any cause") { $0.cause = nil } }
        if !brings.isEmpty { relax("without “\(brings)”") { $0.brings = "" } }
        if !develops.isEmpty { relax("without “\(develops)”") { $0.develops = "" } }
        if !text.isEmpty, near != nil || cause != nil { relax("without the words") { $0.text = "" } }
        return found
    }
}
