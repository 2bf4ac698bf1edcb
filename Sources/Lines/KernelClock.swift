internal import Glibc

/// The kernel's clocks.
public enum KernelClock {
    /// Nanoseconds since the machine was started, asleep or not; nobody can set it.
    public static var sinceBoot: Int64 { read(CLOCK_BOOTTIME) }
    /// Nanoseconds since 1970; anybody may set it.
    public static var wall: Int64 { read(CLOCK_REALTIME) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
