#!/bin/sh
# Run once by PostgreSQL's image on an empty volume: a database and a user for each service that keeps something.
set -eu
for service in journey feedback routing; do
    variable=$(echo "$service" | tr '[:lower:]' '[:upper:]')_PASSWORD
    psql -v ON_ERROR_STOP=1 -U postgres -v "service=$service" -v "password=$(printenv "$variable")" <<'SQL'
create user :"service" password :'password';
create database :"service" owner :"service";
SQL
done
