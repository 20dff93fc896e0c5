package org.postpurchase.broadleaf.config;

import org.mvel2.optimizers.OptimizerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Keeps the host's rules working under load on Java 9 and later.
 *
 * <p>The host's MVEL 2.2.0 compiles hot expressions to an old class format that newer JVMs refuse
 * with a VerifyError, which neither the host nor its offer engine catches. Choosing the reflective
 * optimizer before the first rule is compiled avoids it; on Java 8, where the compiler works,
 * nothing is changed. Runs before any bean exists, hence a post-processor.
 */
public final class ReflectiveMvel implements BeanFactoryPostProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(ReflectiveMvel.class);

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (System.getProperty("java.specification.version").startsWith("1.")) {
      return;
    }
    try {
      OptimizerFactory.setDefaultOptimizer("reflective");
    } catch (Throwable e) { // without MVEL, or with another one, there is nothing to cure
      LOG.warn(
          "MVEL's compiler could not be switched off; start the JVM with -Dmvel2.disable.jit=true",
          e);
    }
  }
}
