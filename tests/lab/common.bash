# Sourced by every script of the lab: paths, and functions to start a server and to stop all of its processes.
# shellcheck shell=bash

# Chroots, low ports and namespaces need root, so the same command runs again under sudo.
if [[ $EUID -ne 0 ]]; then
  exec sudo --preserve-env=LAB_ROOT -- "$0" "$@"
fi

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB_ROOT=$(realpath -m "${LAB_ROOT:-$HERE/../../target/lab}")

# In memory: a controller is ten times slower with a disk write per change. Outside LAB_ROOT: addresses and ports belong to
# the machine, so a second checkout must find the running servers, also after `cargo clean`.
RUN=/dev/shm/servicedesk-lab
mkdir -p "$LAB_ROOT" "$RUN"

die() { echo "${0##*/}: $*" >&2; exit 1; }

# until_ok SECONDS NAME TEST…: repeats a readiness test until it succeeds. Fails after SECONDS, or when NAME has ended.
until_ok() {
  local end=$((SECONDS + $1)) name=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    running "$name" || die "'$name' ended instead of serving; its logs are in $LAB_ROOT"
    (( SECONDS < end )) || die "'$name' is not ready in time ($*); its logs are in $LAB_ROOT"
    sleep 0.05
  done
}

# one_at_a_time NAME: a second start or stop of the same server waits for the first. Foreground commands inherit the lock,
# so those of a killed script are waited for too.
one_at_a_time() {
  exec 9>"$RUN/$1.lock"
  flock --timeout 180 9 || die "another run of the lab holds $RUN/$1.lock"
}

# launch NAME LOG COMMAND…: runs COMMAND in the background as the first process of a PID namespace. When it dies, the kernel
# kills the other processes in the namespace and drops its mounts.
# The terminal, the caller's pipes and the lock (9) are not inherited, so a caller can read the output to its end.
launch() {
  local name=$1 log=$2
  shift 2
  (
    # The process records itself before it becomes the server, so it never runs unrecorded.
    self=$BASHPID
    echo "$self $(born "$self")" >"$RUN/$name.pid.new"
    mv "$RUN/$name.pid.new" "$RUN/$name.pid"
    exec setsid unshare --mount --pid --fork --kill-child --mount-proc -- "$@"
  ) </dev/null >"$log" 2>&1 9>&- &
  while [[ ! -e $RUN/$name.pid ]] && kill -0 $!; do sleep 0.01; done
}

# The start time of a process: with the process id, which can be reused, it identifies one process. A zombie counts as
# ended, because the init of a container can take seconds to reap it.
born() { awk '$3 != "Z" { print $22 }' "/proc/$1/stat" 2>/dev/null; }

running() {
  local pid birth
  read -r pid birth 2>/dev/null <"$RUN/$1.pid" && [[ -n $birth && $(born "$pid") == "$birth" ]]
}

# end NAME: kills the processes of `launch NAME`, if any, and returns when the last is gone.
end() {
  local pid _ deadline=$((SECONDS + 20))
  if running "$1"; then
    read -r pid _ <"$RUN/$1.pid"
    # The child is the namespace's first process. `unshare` exits after the whole namespace has ended.
    pkill -KILL --parent "$pid" || kill -KILL "$pid" 2>/dev/null || true
    while running "$1"; do
      (( SECONDS < deadline )) || die "'$1' does not end (process $pid)"
      sleep 0.02
    done
  fi
  rm -f "$RUN/$1.pid"
}
