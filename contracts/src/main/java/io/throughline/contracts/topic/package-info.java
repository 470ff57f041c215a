/** Topics and keys. */
package io.throughline.contracts.topic;
