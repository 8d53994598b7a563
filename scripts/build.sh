# Builds what is stale: the server with its AOT cache, the web application. Sourced by ./run and ./test;
# needs ROOT, JAVA and the functions of machine.sh. Everything built here is in .kituo, apart from target and dist.

BUILT=$ROOT/.kituo
SERVER=$BUILT/server
WEB=$ROOT/kituo-web
JAR=kituo-server.jar

# Whether a file below the folders $2... is newer than the stamp $1, or there is no stamp.
newer_than() {
  local stamp=$1
  shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

server_is_stale() {
  newer_than "$SERVER/stamp" "$ROOT/pom.xml" "$ROOT"/kituo-*/pom.xml "$ROOT"/kituo-*/src/main "$ROOT/scripts/build.sh" ||
    [ "$(cat "$SERVER/stamp")" != "$(built_with)" ]
}

# The cache fits this virtual machine only, and jars at this place only.
built_with() {
  "$JAVA" -version 2>&1
  printf '%s\n' "$SERVER"
}

# Shows which module Maven is at, and that downloads go on.
maven_progress() {
  awk '/Building kituo-/ { sub(/^.*Building /, "  "); print; fflush() }
       /Downloaded from/ && ++n % 100 == 0 { print "  " n " files downloaded"; fflush() }' >&2
}

# Builds the server without tests and checks, which are ./test's.
build_server() {
  server_is_stale || return 0
  require_maven
  mkdir -p "$BUILT"
  say "Building the server (minutes the first time, as Maven downloads what is missing)"
  touch "$BUILT/build-began"
  (cd "$ROOT" && mvn -B -Dquick -pl kituo-server,kituo-demo -am package) 2>&1 | tee "$BUILT/maven.log" | maven_progress ||
    { grep -E '^\[ERROR\]' "$BUILT/maven.log" | head -40 >&2; fail "The build failed; all of its output is in $BUILT/maven.log"; }
  assemble_server target/quick
}

# Makes the folder SERVER of what Maven has built into the folder $1 of each module since the file build-began was touched.
assemble_server() {
  rm -rf "$SERVER" "$SERVER.new"
  "$JAVA" -Djarmode=tools -jar "$ROOT/kituo-server/$1"/kituo-server-*-app.jar extract --destination "$SERVER.new"
  mv "$SERVER.new"/kituo-server-*-app.jar "$SERVER.new/$JAR"
  cp "$ROOT"/kituo-server/src/main/launch/jvm.options "$SERVER.new/"
  cp "$(ls "$ROOT/kituo-demo/$1"/kituo-demo-*.jar | grep -v -e -tests -e -sources | head -1)" "$SERVER.new/kituo-demo.jar"
  mv "$SERVER.new" "$SERVER"
  train
  built_with >"$SERVER/stamp"
  touch -r "$BUILT/build-began" "$SERVER/stamp"
}

# Makes the AOT cache: the server runs once on an empty data folder, takes in a small demo country, is asked what people
# ask first, and ends; the virtual machine then writes down the classes it used, loaded and linked, and how its methods
# were used. Without the cache everything works, only slower to start and to become fast.
train() {
  say "Training the start-up cache"
  local work
  work=$(mktemp -d) && chmod 711 "$work"
  "$JAVA" @"$SERVER/jvm.options" -XX:AOTCacheOutput="$SERVER/app.aot" -Dkituo.ready-file="$work/ready" \
    -jar "$SERVER/$JAR" --data "$work/data" --empty --port 0 >"$BUILT/training.log" 2>&1 &
  local pid=$!
  if await_ready "$work/ready" "$pid"; then
    local url
    url=$(head -1 "$work/ready")
    (demo --base "$url" --facilities 40) >>"$BUILT/training.log" 2>&1 || true
    training_requests "$url" >"$work/requests"
    curl -sg -u admin:district --max-time 120 -K "$work/requests" || true
    kill -TERM "$pid"
  fi
  wait "$pid" || true
  rm -rf "$work"
  [ -s "$SERVER/app.aot" ] || say "  No cache was made, so starts take longer; see $BUILT/training.log"
}

# Loads the demo country with the options "$@"; takes the place of the shell that it is called in.
demo() {
  exec "$JAVA" -XX:+UseSerialGC -cp "$SERVER/kituo-demo.jar:$SERVER/lib/*" org.kituo.demo.Demo "$@"
}

# Prints, for curl, what the first visitors of the server at $1 ask: pages, metadata, and the questions of dashboards
# for many days, so that each is a new one.
training_requests() {
  local elements indicators few day question path
  elements=$(identifiers "$1/api/dataElements?filter=aggregationType:eq:SUM")
  indicators=$(identifiers "$1/api/indicators?")
  few=$(cut -d';' -f1-8 <<<"$elements")
  for path in ping me system/info metadata 'schemas?fields=name' 'organisationUnits?fields=id,name,path&paging=false' \
    'dashboards?fields=:all' 'visualizations?fields=:all&paging=false' 'dataSets?fields=:all'; do
    printf 'url = "%s"\noutput = "/dev/null"\n' "$1/api/$path" "$1/"
  done
  for day in 2{2..5}-{01..12}-15; do
    for question in "dx:$few&dimension=pe:LAST_12_MONTHS&dimension=ou:LEVEL-2" "dx:$few&dimension=pe:LAST_YEAR&dimension=ou:LEVEL-4" \
      "dx:$few&dimension=pe:LAST_4_QUARTERS&dimension=ou:LEVEL-3" "dx:$indicators&dimension=pe:LAST_12_MONTHS&filter=ou:LEVEL-1" \
      "dx:$indicators&dimension=pe:LAST_YEAR&dimension=ou:LEVEL-2" "dx:$elements&dimension=pe:LAST_YEAR&filter=ou:LEVEL-1"; do
      printf 'url = "%s"\noutput = "/dev/null"\n' "$1/api/analytics?dimension=$question&relativePeriodDate=20$day"
    done
  done
}

# Prints the identifiers in the list at the address $1, with semicolons between.
identifiers() {
  curl -sg -u admin:district --max-time 20 "$1&fields=id&paging=false" | grep -o '"id":"[^"]*"' | cut -d'"' -f4 | paste -sd';'
}

# Waits until the server $2 has written the file $1; fails when it ended before.
await_ready() {
  until [ -e "$1" ]; do
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.05
  done
}

# Starts the server in the background as SERVER_PID; $1 is the file that it writes when it is ready. Options in JAVA_OPTS
# win over those of the file.
launch_server() {
  local ready=$1 cache=()
  shift
  [ -s "$SERVER/app.aot" ] && cache=(-XX:AOTCache="$SERVER/app.aot")
  # shellcheck disable=SC2086 # several options are several words
  "$JAVA" @"$SERVER/jvm.options" "${cache[@]}" ${JAVA_OPTS:-} -Dkituo.ready-file="$ready" -jar "$SERVER/$JAR" "$@" &
  SERVER_PID=$!
}

install_web() {
  if newer_than "$WEB/node_modules/.package-lock.json" "$WEB/package.json" "$WEB/package-lock.json"; then
    say "Installing what the web application is built from"
    (cd "$WEB" && npm ci --no-progress >&2) || fail "npm ci failed in $WEB"
    touch "$WEB/node_modules/.package-lock.json"
  fi
}

build_web() {
  [ -e "$WEB/package.json" ] || return 0
  local sources=("$WEB/package.json" "$WEB/package-lock.json" "$WEB/src" "$WEB/public" "$WEB/index.html" "$WEB"/vite.config.*)
  newer_than "$WEB/dist/index.html" "${sources[@]}" || return 0
  require_node
  install_web
  say "Building the web application"
  mkdir -p "$BUILT"
  (cd "$WEB" && npm run build) >"$BUILT/web.log" 2>&1 ||
    { tail -40 "$BUILT/web.log" >&2; fail "The web application cannot be built; see $BUILT/web.log"; }
  touch "$WEB/dist/index.html"
}
