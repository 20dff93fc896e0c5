package org.postpurchase.broadleaf.config;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.FactoryBean;

/**
 * The context itself as a constructor argument, for beans of the store that may or may not be
 * there.
 */
public final class BeanFactoryBean implements FactoryBean<BeanFactory>, BeanFactoryAware {
  private BeanFactory beans;

  @Override
  public void setBeanFactory(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public BeanFactory getObject() {
    return beans;
  }

  @Override
  public Class<?> getObjectType() {
    return BeanFactory.class;
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}
