package org.postpurchase.confirmation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.order.DispatchPromise;

/**
 * A merchant's texts for the confirmation page in one locale. Each text is Velocity over the
 * order's model.
 */
public final class ConfirmationPrompt {
  public final String localeCode;
  public final String heading;
  public final String message;
  public final String stepsHeading;

  /** Received, shipped, delivered; empty texts are left out on the page. */
  public final List<String> steps;

  public final DispatchPromise promise;

  public ConfirmationPrompt(
      String localeCode,
      String heading,
      String message,
      String stepsHeading,
      DispatchPromise promise,
      String... steps) {
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.heading = requireNonNull(heading, "heading");
    this.message = requireNonNull(message, "message");
    this.stepsHeading = requireNonNull(stepsHeading, "stepsHeading");
    this.promise = requireNonNull(promise, "promise");
    this.steps = Collections.unmodifiableList(Arrays.asList(steps.clone()));
  }
}
