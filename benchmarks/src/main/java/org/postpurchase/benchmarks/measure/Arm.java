package org.postpurchase.benchmarks.measure;

import java.util.concurrent.Callable;

/**
 * One of the things that are measured beside each other.
 *
 * @param name how the report calls it
 * @param slice does a short piece of its work and times that alone; preparation is not timed
 */
public record Arm(String name, Callable<Sample> slice) {}
