package io.throughline.journey.stream;

/** One stage of the topology: it keeps something for each key, and is told messages. */
@FunctionalInterface
public interface Stage<M> {

    /** The name of the store that the stages of a task share. */
    String STORE = "stages";

    /**
     * Handles a message.
     *
     * @param key whom it is for
     * @param output takes what the stage has to say thereupon
     */
    void receive(String key, M message, StageOutput output);
}
