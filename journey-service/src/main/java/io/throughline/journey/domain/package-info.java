/**
 * Journeys and verdicts as pure functions of sets: no framework, no clock, no randomness. An architecture test keeps it
 * so.
 */
package io.throughline.journey.domain;
