import Mustache
import Questions

// What a page shows many times finds its names by a switch: the mirror that Mustache would use reads every property to
// find one, which made half of the time of a page with a hundred lines. A test compares the names.

extension QueueLines.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "version": version
        case "title": title
        case "topic": topic
        case "status": status
        case "age": age
        case "isUrgent": isUrgent
        case "isAppeal": isAppeal
        case "isEscalated": isEscalated
        case "looking": looking
        case "isSelected": isSelected
        case "alike": alike
        default: nil
        }
    }
}

extension Status: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "kind": kind
        case "words": words
        default: nil
        }
    }
}

extension QueueView.Item: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "title": title
        case "status": status
        case "topic": topic
        case "age": age
        case "isUrgent": isUrgent
        case "isAppeal": isAppeal
        case "isEscalated": isEscalated
        case "isCurrent": isCurrent
        default: nil
        }
    }
}

extension CandidateChoices.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "value": value
        case "name": self.name
        case "isChosen": isChosen
        case "fit": fit
        case "reasons": reasons
        default: nil
        }
    }
}

extension Choice: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "value": value
        case "words": words
        case "hint": hint
        case "isChosen": isChosen
        default: nil
        }
    }
}
