"""Reading to claims: event type, flow, roles, attribution, factuality; and what is wrong with the document itself. Pure."""
