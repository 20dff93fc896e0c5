package org.postpurchase.broadleaf.offer;

import org.broadleafcommerce.core.workflow.ErrorHandler;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.WorkflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a checkout as the host does, but without its stack trace: a refused code is no fault. */
final class RefuseQuietly implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RefuseQuietly.class);

  @Override
  public void setBeanName(String name) {
    // not a bean
  }

  @Override
  public void handleError(@SuppressWarnings("rawtypes") ProcessContext context, Throwable failure)
      throws WorkflowException {
    context.stopProcess();
    if (failure instanceof CodeRefusedException) {
      LOG.info("checkout refused: {}", failure.getMessage());
    } else {
      LOG.error("a checkout failed while its codes were reserved", failure);
    }
    throw new WorkflowException(failure);
  }
}
