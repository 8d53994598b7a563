# What a machine must have: JDK 25, Maven and Node 20. Sourced by ./run and ./test.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Prints the major version of the JDK in the folder $1; nothing when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Sets and exports JAVA_HOME: the given one if it fits, else the first JDK 25 in the usual folders.
find_java() {
  local candidate on_path
  on_path=$(command -v javac 2>/dev/null && true)
  on_path=${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /opt/* /opt/java/* /usr/local/* /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" = 25 ]; then
      export JAVA_HOME=$candidate
      JAVA=$JAVA_HOME/bin/java
      return
    fi
  done
  fail "JDK 25 is missing: not in JAVA_HOME (${JAVA_HOME:-not set}), on the PATH, in /usr/lib/jvm, ~/.sdkman, ~/.jdks or /opt.
Install it, for example from https://adoptium.net/temurin/releases/?version=25 or with 'sdk install java 25-tem',
and set JAVA_HOME where it is in another folder."
}

require_maven() {
  command -v mvn >/dev/null || fail "Maven is missing (mvn is not on the PATH). Install it, for example with 'apt-get install maven'."
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node 20 or later is missing (node and npm are not both on the PATH). Install it, for example from https://nodejs.org."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node 20 or later is needed, this is $(node --version)."
}
