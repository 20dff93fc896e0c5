package org.postpurchase.demo.site;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafSearchController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over names and descriptions. */
@Controller
class SearchController extends BroadleafSearchController {

  @Override
  @RequestMapping("/search")
  public String search(
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(value = "q", defaultValue = "") String query)
      throws ServletException, IOException, ServiceException {
    return super.search(model, request, response, query);
  }
}
