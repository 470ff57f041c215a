package io.throughline.testkit.stack;

import io.throughline.testkit.postgres.Database;

/** A Kafka broker and a PostgreSQL server for tests; PostgreSQL is started by the first call that needs it. */
interface Servers {

    String bootstrapServers();

    Database database(String name);
}
