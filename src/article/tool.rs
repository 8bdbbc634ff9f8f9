//! A program of the system → what it writes, within limits of time, memory and length.
//!
//! Memory is limited, and what a program started is ended with it, where the system can do so (Linux); elsewhere time
//! is the only guard.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
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
    let end = Instant::now() + limits.time;
    let mut running = Running::start(command)?;
    limit_memory(&running.child, limits.memory);
    // Both are read while it runs: a program whose output nobody takes waits for ever.
    let max = limits.output.saturating_add(1);
    let stdout = read_aside(running.child.stdout.take(), max);
    let stderr = read_aside(running.child.stderr.take(), MAX_STDERR);
    let stdout = taken(&stdout, end)?;
    if stdout.len() as u64 > limits.output {
        return Err(Failure::TooMuch);
    }
    let stderr = taken(&stderr, end)?;
    Ok(Output {
        status: running.wait(end)?,
        stdout,
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    })
}

/// A program that does not outlive us, nor do those that it started, unless it has ended well.
struct Running {
    child: Child,
    /// Whether it was waited for: its number may be another program's since.
    ended: bool,
}

impl Running {
    fn start(command: &mut Command) -> Result<Self, Failure> {
        set_apart(command);
        let spawned = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let child = spawned.map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => Failure::Missing,
            _ => Failure::System(e),
        })?;
        let ended = false;
        Ok(Running { child, ended })
    }

    /// Waits until it ends, but not for ever.
    fn wait(&mut self, end: Instant) -> Result<ExitStatus, Failure> {
        let mut pause = Duration::from_millis(1);
        loop {
            if let Some(status) = self.child.try_wait().map_err(Failure::System)? {
                self.ended = true;
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
        if self.ended {
            return;
        }
        // There is nobody left to tell what fails here.
        kill_group(&self.child);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps from a program what the terminal tells us: Ctrl-C lets us finish what we read, so it must not end that.
#[cfg(unix)]
fn set_apart(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn set_apart(_: &mut Command) {}

/// Ends a program that was not waited for yet, and those that it started.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn kill_group(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn kill_group(_: &Child) {}

type Aside = Receiver<io::Result<Vec<u8>>>;

/// Reads at most so many bytes in a thread of its own. What reaches the limit is closed, which ends most programs.
fn read_aside(pipe: Option<impl Read + Send + 'static>, max: u64) -> Aside {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = match pipe {
            Some(pipe) => pipe.take(max).read_to_end(&mut bytes),
            None => Ok(0),
        };
        // Nobody waits any longer where it took too long.
        let _ = sender.send(read.map(|_| bytes));
    });
    receiver
}

/// Waits for what was read, but not for ever: a program that has ended may have left another one that writes.
fn taken(aside: &Aside, end: Instant) -> Result<Vec<u8>, Failure> {
    match aside.recv_timeout(end.saturating_duration_since(Instant::now())) {
        Ok(read) => read.map_err(Failure::System),
        Err(RecvTimeoutError::Timeout) => Err(Failure::TooLong),
        Err(RecvTimeoutError::Disconnected) => {
            Err(Failure::System(io::Error::other("its output was lost")))
        }
    }
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

    #[test]
    fn one_that_leaves_another_writing_does_not_hold_us() {
        let quick = Limits {
            time: Duration::from_millis(300),
            ..LIMITS
        };
        let begin = Instant::now();
        let left = sh("sleep 30 & echo x", quick);
        assert!(matches!(left, Err(Failure::TooLong)));
        assert!(begin.elapsed() < Duration::from_secs(9));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_it_left_is_ended_with_it() {
        let quick = Limits {
            time: Duration::from_millis(300),
            ..LIMITS
        };
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path().display();
        let script = format!("(echo begun >{path}; sleep 1; echo late >>{path}) & echo x");
        assert!(matches!(sh(&script, quick), Err(Failure::TooLong)));
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), "begun\n");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn ctrl_c_in_the_terminal_does_not_reach_it() {
        // The first field is the process, the fifth its group.
        let output = sh("cut -d' ' -f1,5 /proc/$$/stat", LIMITS).unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let (process, group) = told.trim().split_once(' ').unwrap();
        assert_eq!(process, group);
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
