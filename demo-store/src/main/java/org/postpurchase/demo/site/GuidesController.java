package org.postpurchase.demo.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** How to use what the shop sells. */
@Controller
class GuidesController {

  @RequestMapping(value = "/guides", method = RequestMethod.GET)
  String guides() {
    return "guides/guides";
  }
}
