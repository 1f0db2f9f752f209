import Foundation

extension Settings {
    /// For a command that works on what is there: a folder typed wrongly would otherwise be made, and look like a
    /// community that lost everything.
    init(overStandingData options: SharedOptions) throws {
        try self.init(options)
        guard FileManager.default.fileExists(atPath: data.path) else {
            throw Failure("There is no folder \(data.path). Say with --data where the data is.")
        }
    }
}
