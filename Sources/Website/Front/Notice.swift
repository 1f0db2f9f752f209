/// What just happened, said once on the next page. It travels as a word in the address, so nothing is stored for it.
enum Notice: String {
    case signedOut = "signed-out"
    case saved, deleted, shared, withdrawn, commented, removed
    case passwordChanged = "password-changed"
    case passwordSet = "password-set"
    case addressAsked = "address-asked"
    case addressChanged = "address-changed"
    case sessionEnded = "session-ended"
    case welcome
    case redacted, restored, assigned, declined, released, answered
    case handedBack = "handed-back"
    case changesAsked = "changes-asked"
    case tookBack = "took-back"
    case reworded, clarified
    case invited, revoked
    case draftSaved = "draft-saved"
    case wentOn = "went-on"
    case corrected, superseded, proposed
    case markedUrgent = "urgent"
    case unmarkedUrgent = "not-urgent"
    case left
    case reported, dismissed, marked, retired
    case accepted
    case shortlisted, unlisted, noted, read
    case searchSaved = "search-saved"
    case searchRemoved = "search-removed"
    case joined
    case leftGroup = "left-group"
    case personInvited = "person-invited"

    var sentence: String {
        switch self {
        case .signedOut: "You are signed out."
        case .saved: "Saved."
        case .deleted: "Deleted."
        case .shared: "Shared. You can withdraw it at any time."
        case .withdrawn: "Withdrawn. Nobody else can see it any more."
        case .commented: "Your comment is there."
        case .removed: "The comment is removed."
        case .passwordChanged: "Your password is changed, and every other session has ended."
        case .passwordSet: "Your new password is set, and every session has ended. Sign in with it."
        case .addressAsked: "A mail to the new address is on its way. Open the link in it."
        case .addressChanged: "Your address is changed. The former one is told."
        case .sessionEnded: "That session has ended."
        case .welcome: "Welcome. You have joined and are signed in."
        case .redacted: "Hidden. You can undo it until the question is released."
        case .restored: "Shown again."
        case .assigned: "Given to the expert."
        case .declined: "Declined. The asker will see your reason at their receipt."
        case .released: "Approved. It goes out with the next batch."
        case .changesAsked: "The asker will see at their receipt what you ask for."
        case .reworded: "The asker's own words stand there now."
        case .tookBack: "Taken back. It is not published."
        case .clarified: "The asker will see your question at their receipt."
        case .answered: "Your answer waits for a moderator's release."
        case .handedBack: "Given back to the moderators. Thank you for saying so."
        case .accepted: "You have taken it on. Thank you."
        case .shortlisted: "Saved. It stays readable on your shortlist, whatever becomes of the advert."
        case .unlisted: "It is off your shortlist."
        case .noted: "Noted."
        case .read: "Read, and taken away."
        case .searchSaved: "Your search is saved. What is new in it will stand here."
        case .searchRemoved: "The saved search is gone."
        case .invited: "The invitation is ready."
        case .markedUrgent: "Marked urgent: it stands first in the queue."
        case .unmarkedUrgent: "It is not urgent any more."
        case .left: "You left it. Others see that nobody is looking at it."
        case .revoked: "The invitation no longer works."
        case .draftSaved: "Your draft is saved. Nobody else sees it."
        case .wentOn: "The question goes on with the answers that are there."
        case .corrected: "Corrected. Readers see your note."
        case .proposed: "Your correction waits for a moderator. Readers see it once it is read."
        case .superseded: "Saved. Readers of either page are told."
        case .reported: "Thank you. A moderator will look at it."
        case .dismissed: "Dismissed, and written down in the history."
        case .marked: "Marked. Open the page to take it down."
        case .joined: "You are in. What is shared with the group stands here."
        case .leftGroup: "You are not in it, and what you shared with it is withdrawn."
        case .personInvited: "They are asked. You see here whether they say yes."
        case .retired: "Retired. What was said with it keeps its words."
        }
    }
}
