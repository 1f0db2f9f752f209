import LearningSpace
import Questions

extension Site {
    /// How much waits on `/desk/reports`.
    func waitingReports() async throws -> Int {
        try await desk.countOfReported() + desk.countOfProposedCorrections() + journal.countOfReportedComments()
    }
}
