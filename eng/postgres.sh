#!/usr/bin/env bash
# A private PostgreSQL cluster for tests: `eng/postgres.sh start FOLDER` prints its connection string, `stop FOLDER` ends and removes it.
# It runs as a user that is not root, listens on 127.0.0.1 alone, and gives up durability: it holds test data only.
set -euo pipefail
act=${1:?start or stop}
folder=${2:?a folder}

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")

as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups env -i PATH="$PATH" LC_ALL=C HOME="$folder" "$@"
  else
    "$@"
  fi
}

case $act in
  start)
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; chmod 700 "$folder"; fi
    cd "$folder"
    as_owner "$bin/initdb" -D "$folder/db" -U hall -A trust -E UTF8 --locale=C --no-sync >"/dev/null"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    keeps="-c fsync=on"
    [ "${HALL_POSTGRES_FSYNC:-off}" = on ] || keeps="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c max_wal_size=4GB"
    as_owner "$bin/pg_ctl" -D "$folder/db" -w -l "$folder/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' $keeps -c max_connections=300" start >/dev/null
    echo "Host=127.0.0.1;Port=$port;Username=hall"
    ;;
  stop)
    cd /
    as_owner "$bin/pg_ctl" -D "$folder/db" -m immediate stop >/dev/null || true
    rm -rf "$folder"
    ;;
esac
