#!/usr/bin/env bash
# Runs every test of HallSuite. Installs what the tests need where it can (Debian, root); what cannot run is a visible skip,
# and with CI=true a failure. Arguments go to `dotnet test`, for example: ./test.sh --filter Queueing
set -euo pipefail
cd "$(dirname "$0")"

needs=()
command -v chromium >/dev/null || needs+=(chromium)
[ -n "$(fc-list ":family=Noto Sans CJK SC" 2>/dev/null)" ] || needs+=(fonts-noto-cjk)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || needs+=(postgresql)
command -v pdftotext >/dev/null || needs+=(poppler-utils)
command -v qpdf >/dev/null || needs+=(qpdf)
/usr/bin/python3 -c "import openpyxl" 2>/dev/null || needs+=(python3-openpyxl)
command -v zbarimg >/dev/null || needs+=(zbar-tools)
if [ ${#needs[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the tests: ${needs[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq -o DPkg::Lock::Timeout=300
    apt-get install -y -qq -o DPkg::Lock::Timeout=300 "${needs[@]}" >/dev/null
  else
    echo "Not installed, and not installable here: ${needs[*]}. The tests that need them are skipped." >&2
  fi
fi

dotnet build HallSuite.sln -v q

database=""
results=$(mktemp -d)
finish() {
  [ -z "$database" ] || eng/postgres.sh stop "$database"
  rm -rf "$results"
}
trap finish EXIT
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then
  database=$(mktemp -d)
  HALL_TEST_POSTGRES=$(eng/postgres.sh start "$database")
  export HALL_TEST_POSTGRES
fi

# A run makes code all the time, for each hall anew: to guard its pages from writing and to count how often it is used costs a third of the processor.
export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredPGO=0

code=0
dotnet test HallSuite.Tests --no-build --logger "console;verbosity=minimal" --logger "trx;LogFileName=tests.trx" --results-directory "$results" "$@" || code=$?

# One closing line, whatever the runner's own looks like.
counters=$(grep -o '<Counters [^>]*' "$results/tests.trx" || true)
count() { grep -o " $1=\"[0-9]*\"" <<<"$counters" | grep -o '[0-9]*' || echo 0; }
passed=$(count passed)
failed=$(count failed)
total=$(count total)
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit $code
