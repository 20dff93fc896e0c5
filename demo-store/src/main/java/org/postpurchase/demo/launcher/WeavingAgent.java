package org.postpurchase.demo.launcher;

import java.lang.instrument.Instrumentation;
import org.springframework.instrument.InstrumentationSavingAgent;

/**
 * Hands the JVM's instrumentation to Spring, so that the host can weave its entities.
 *
 * <p>Named as {@code Launcher-Agent-Class} in the launcher's manifest: {@code java -jar} then needs
 * no {@code -javaagent}.
 */
public final class WeavingAgent {
  private WeavingAgent() {}

  /** Called by the JVM before {@link DemoStore#main}. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    InstrumentationSavingAgent.premain(arguments, instrumentation);
  }
}
