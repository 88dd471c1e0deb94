#!/usr/bin/env bash
# Adds a migration NAME for each of the three databases: eng/add-migration.sh NAME. No server is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: eng/add-migration.sh NAME}
dotnet tool restore
dotnet build HallSuite.Infrastructure -v q
for provider in Sqlite Postgres SqlServer; do
  dotnet dotnet-ef migrations add "$name" --no-build --project HallSuite.Infrastructure \
    --context "${provider}HallDbContext" --output-dir "Migrations/$provider"
done
