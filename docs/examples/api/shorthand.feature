Feature: Requests in Karate's words
  For stories that come from Karate: the pieces of a request line by line, sent by `method`. They are plain steps, so
  there is no code in them.

  Scenario: A query
    * url "/api/books"
    * param limit = 2
    * param "search" is "e"
    * header Accept = "application/json"
    * method GET
    * status 200

  Scenario: A body and a form
    * url "/api"
    * path "orders"
    * request:
      """
      { "book": 1 }
      """
    * method post
    * status 201
    * url "/api/forms"
    * form field name = "Ada"
    * method post
    * status 201 Created
