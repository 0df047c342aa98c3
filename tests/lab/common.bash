# Sourced by every script of the lab: where things are, and how a server is started so that all of it can be ended.
# shellcheck shell=bash

# Chroots, low ports and namespaces need root. Start again under sudo, as the same command.
if [[ $EUID -ne 0 ]]; then
  exec sudo --preserve-env=LAB_ROOT -- "$0" "$@"
fi

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB_ROOT=$(realpath -m "${LAB_ROOT:-$HERE/../../target/lab}")

# Memory, because a controller that waits for a disk at every write is ten times slower. A fixed place, not below LAB_ROOT:
# addresses and ports belong to the machine, so a second checkout, or `cargo clean`, must still find what is running.
RUN=/dev/shm/servicedesk-lab
mkdir -p "$LAB_ROOT" "$RUN"

die() { echo "${0##*/}: $*" >&2; exit 1; }

# until_ok SECONDS NAME TEST…: repeats a readiness test until it succeeds; gives up loudly, at once if NAME has ended.
until_ok() {
  local end=$((SECONDS + $1)) name=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    running "$name" || die "'$name' ended instead of serving; its logs are in $LAB_ROOT"
    (( SECONDS < end )) || die "'$name' is not ready in time ($*); its logs are in $LAB_ROOT"
    sleep 0.05
  done
}

# one_at_a_time NAME: a second start or stop of the same server waits for the first. The lock is inherited by what the
# script runs in the foreground, so what a killed script left half-way is waited for too.
one_at_a_time() {
  exec 9>"$RUN/$1.lock"
  flock --timeout 180 9 || die "another run of the lab holds $RUN/$1.lock"
}

# launch NAME LOG COMMAND…: runs COMMAND in the background as the first process of a PID namespace. When that process dies
# the kernel kills every other one in it and drops the mounts made there, whatever state they are in: nothing can stay behind.
# Neither the terminal, the caller's pipes nor our lock (9) are passed on: a caller that reads our output to its end gets one.
launch() {
  local name=$1 log=$2
  shift 2
  (
    # Written by the process itself before it becomes the server, so there is no moment when it runs unrecorded.
    self=$BASHPID
    echo "$self $(born "$self")" >"$RUN/$name.pid.new"
    mv "$RUN/$name.pid.new" "$RUN/$name.pid"
    exec setsid unshare --mount --pid --fork --kill-child --mount-proc -- "$@"
  ) </dev/null >"$log" 2>&1 9>&- &
  while [[ ! -e $RUN/$name.pid ]] && kill -0 $!; do sleep 0.01; done
}

# A process id can be given to another process later; together with the time of birth it names one process only.
# A zombie has ended: the init of a container can take seconds to collect it.
born() { awk '$3 != "Z" { print $22 }' "/proc/$1/stat" 2>/dev/null; }

running() {
  local pid birth
  read -r pid birth 2>/dev/null <"$RUN/$1.pid" && [[ -n $birth && $(born "$pid") == "$birth" ]]
}

# end NAME: kills what `launch NAME` started and returns when the last of it is gone. Not running is fine.
end() {
  local pid _ deadline=$((SECONDS + 20))
  if running "$1"; then
    read -r pid _ <"$RUN/$1.pid"
    # The namespace's first process is the child; `unshare` itself leaves only after the whole namespace has gone.
    pkill -KILL --parent "$pid" || kill -KILL "$pid" 2>/dev/null || true
    while running "$1"; do
      (( SECONDS < deadline )) || die "'$1' does not end (process $pid)"
      sleep 0.02
    done
  fi
  rm -f "$RUN/$1.pid"
}
