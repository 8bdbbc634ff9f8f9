//! A program of the system → what it writes, within limits of time, memory and length.
//!
//! Memory is limited where the system can do so for another process (Linux); elsewhere time is the only guard.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What a program may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub time: Duration,
    /// Bytes of memory.
    pub memory: u64,
    /// Bytes that it writes.
    pub output: u64,
}

/// What a program wrote.
#[derive(Debug)]
pub(super) struct Output {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

/// Why a program gave nothing.
#[derive(Debug)]
pub(super) enum Failure {
    /// It is not on the path.
    Missing,
    /// The system does not run it.
    System(io::Error),
    /// It took too long and was ended.
    TooLong,
    /// It wrote more than allowed.
    TooMuch,
}

/// What it says about itself is read so far.
const MAX_STDERR: u64 = 64 << 10;
/// The longest time between two looks whether it has ended.
const LOOK: Duration = Duration::from_millis(20);

/// Runs a program. It is ended, and waited for, whatever happens.
pub(super) fn run(command: &mut Command, limits: Limits) -> Result<Output, Failure> {
    let spawned = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Running(spawned.map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => Failure::Missing,
        _ => Failure::System(e),
    })?);
    limit_memory(&running.0, limits.memory);
    // Both are read while it runs: a program whose output nobody takes waits for ever.
    let stdout = read_aside(running.0.stdout.take(), limits.output.saturating_add(1));
    let stderr = read_aside(running.0.stderr.take(), MAX_STDERR);
    let status = running.wait(limits.time)?;
    let (stdout, stderr) = (taken(stdout)?, taken(stderr)?);
    if stdout.len() as u64 > limits.output {
        return Err(Failure::TooMuch);
    }
    Ok(Output {
        status,
        stdout,
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    })
}

/// A program that does not outlive us.
struct Running(Child);

impl Running {
    /// Waits until it ends, but not for ever.
    fn wait(&mut self, time: Duration) -> Result<ExitStatus, Failure> {
        let end = Instant::now() + time;
        let mut pause = Duration::from_millis(1);
        loop {
            if let Some(status) = self.0.try_wait().map_err(Failure::System)? {
                return Ok(status);
            }
            if Instant::now() >= end {
                return Err(Failure::TooLong);
            }
            thread::sleep(pause);
            pause = (pause * 2).min(LOOK);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Either it has ended, and both do nothing, or there is nobody left to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

type Aside = JoinHandle<io::Result<Vec<u8>>>;

/// Reads at most so many bytes in a thread of its own. What reaches the limit is closed, which ends most programs.
fn read_aside(pipe: Option<impl Read + Send + 'static>, max: u64) -> Aside {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            pipe.take(max).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    })
}

fn taken(aside: Aside) -> Result<Vec<u8>, Failure> {
    let read = aside.join();
    let read = read.map_err(|_| Failure::System(io::Error::other("its output was lost")))?;
    read.map_err(Failure::System)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn limit_memory(child: &Child, bytes: u64) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(bytes),
        maximum: Some(bytes),
    };
    // A system that refuses, or a program that has ended already, leaves the other limits.
    let _ = prlimit(Some(Pid::from_child(child)), Resource::As, limit);
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn limit_memory(_: &Child, _: u64) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        time: Duration::from_secs(10),
        memory: 1 << 30,
        output: 1 << 20,
    };

    fn sh(script: &str, limits: Limits) -> Result<Output, Failure> {
        run(Command::new("sh").args(["-c", script]), limits)
    }

    #[test]
    fn what_it_writes_is_read_even_if_it_is_much() {
        let script = "yes error | head -c 300000 >&2; yes | head -c 1000000; exit 3";
        let output = sh(script, LIMITS).unwrap();
        assert_eq!(output.stdout.len(), 1_000_000);
        assert_eq!(output.status.code(), Some(3));
    }

    #[test]
    fn a_program_that_hangs_or_writes_without_end_is_ended() {
        let quick = Limits {
            time: Duration::from_millis(200),
            ..LIMITS
        };
        let begin = Instant::now();
        assert!(matches!(sh("exec sleep 60", quick), Err(Failure::TooLong)));
        assert!(matches!(sh("exec yes", LIMITS), Err(Failure::TooMuch)));
        assert!(begin.elapsed() < Duration::from_secs(9));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_does_not_get_more_memory_than_allowed() {
        let small = Limits {
            memory: 64 << 20,
            ..LIMITS
        };
        let script = "sleep 0.2; head -c 200000000 /dev/zero | tail -c 200000000 | wc -c";
        let output = sh(script, small).unwrap();
        assert_ne!(String::from_utf8_lossy(&output.stdout).trim(), "200000000");
    }

    #[test]
    fn a_program_that_is_not_there_is_missing() {
        let missing = run(&mut Command::new("no-such-program"), LIMITS);
        assert!(matches!(missing, Err(Failure::Missing)));
    }
}
