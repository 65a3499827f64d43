# Shared by the commands in script/. Sourced, never run.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p .cache
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1

target=${CARGO_TARGET_DIR:-target}

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }

stop() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# True when the workspace holds a crate of this name.
has_crate() { grep -qs "^name = \"$1\"" crates/*/Cargo.toml; }

# One figure over the names and contents of everything under the given paths that git would keep. What was deleted but not yet staged is
# still listed by git and passed over.
digest_of() {
    local file
    git ls-files -z --cached --others --exclude-standard -- "$@" | sort -zu |
        while IFS= read -r -d '' file; do if [ -f "$file" ]; then printf '%s\0' "$file"; fi; done |
        xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# when_changed <name> <paths> -- <command>: runs the command unless it succeeded before on the same contents.
when_changed() {
    local stamp=.cache/$1.stamp paths=() now
    shift
    while [ "$1" != -- ]; do paths+=("$1") && shift; done
    shift
    now=$(digest_of "${paths[@]}")
    if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then return; fi
    "$@"
    echo "$now" >"$stamp"
}

# Installs a folder's packages when its lock is newer than what npm noted at its last install.
npm_packages() {
    local lock=$1/package-lock.json installed=$1/node_modules/.package-lock.json
    [ -f "$lock" ] || return 0
    if [ -f "$installed" ] && [ ! "$lock" -nt "$installed" ]; then return; fi
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
}

# Builds the web app that the program embeds.
build_web() {
    [ -f web/package.json ] || return 0
    [ -d web/dist ] || rm -f .cache/web.stamp
    when_changed web web -- npm run --prefix web --silent build
}

# Builds the program with the web app inside.
build_program() {
    build_web
    cargo build --package xianji-server --bin xianji
}
